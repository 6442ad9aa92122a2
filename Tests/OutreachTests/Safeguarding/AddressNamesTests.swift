import Outreach
import Testing

struct AddressNamesTests {
    @Test(arguments: [
        "em nguyen van binh lop 6a", "tin tuc em le thi hong lop 7b 12345 html",
        "be gai nguyen thi lan 13 tuoi bi xam hai", "chau tran minh khoa lop 5b truong tieu hoc thanh xuan",
        "nguyen van binh lop 6a", "nan nhan le thi hoa bi hiep dam", "Em Đặng Ngọc Mai 9 tuổi",
    ])
    func `an address that names a child is seen`(words: String) {
        #expect(AddressNames.nameChild(in: words))
    }

    @Test(arguments: [
        "ky nang phong chong xam hai tre em", "lam gi khi tre bi xam hai tinh duc",
        "day con nguyen tac nam ngon tay de phong tranh xam hai", "tong dai 111 bao ve tre em",
        "luat su nguyen van hau tu van bao ve tre em bi xam hai",
        "truong tieu hoc nguyen van binh tuyen truyen phong chong xam hai",
        "hoc sinh lop 5a truong thcs nguyen thi minh khai thi tim hieu luat tre em",
        "em nguyen van an dat giai nhat cuoc thi phong chong xam hai tre em",
        "khoi to doi tuong xam hai be gai 13 tuoi o can tho", "em dang hoc lop 6", "be ho nhieu 3 tuoi phai lam sao",
        "thu tuong pham minh chinh gui thu cho thieu nhi", "em oi dung so", "em pham toi 16 tuoi xu ly the nao",
        "chuyen gia tran thi thu noi chuyen voi hoc sinh lop 9",
    ])
    func `an ordinary article passes`(words: String) {
        #expect(!AddressNames.nameChild(in: words))
    }
}
